import { t } from "../shell/language.ts";

/** Bytes as a person says them. */
export const size = (bytes: number): string => bytes < 1e6 ? t("bytesKb", { n: Math.max(1, Math.round(bytes / 1024)) }) : t("bytesMb", { n: Math.round(bytes / 1024 / 102.4) / 10 });
