/** A file with its place in the folder that was dropped or chosen: 2023年/公报01.pdf. */
export interface Found { file: File; path: string; inFolder: boolean }

/** All files of what was dropped, folders with all that lies in them. Entries must be taken before the event is over. */
export async function dropped(items: DataTransferItemList): Promise<{ found: Found[]; unread: string[] }> {
  const entries = [...items].filter(item => item.kind === "file").map(item => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: Found[] = [], unread: string[] = [];
  for (const { entry, file } of entries) {
    if (entry) await collect(entry, false, found, unread); else if (file) found.push({ file, path: file.name, inFolder: false });
  }
  return { found, unread };
}

/** One that can't be read takes none of the others with it. */
async function collect(entry: FileSystemEntry, inFolder: boolean, found: Found[], unread: string[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  try {
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      found.push({ file, path, inFolder });
    } else if (entry.isDirectory) {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      // A reader gives some at a time, and an empty list at the end.
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
        if (!some.length) return;
        for (const one of some) await collect(one, true, found, unread);
      }
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    unread.push(path);
  }
}

/** What was chosen in a file dialog; of a folder each has its place in it. */
export const chosenFiles = (files: Iterable<File>): Found[] =>
  [...files].map(file => ({ file, path: file.webkitRelativePath || file.name, inFolder: file.webkitRelativePath !== "" }));

/** What the system puts beside files is no bulletin, nor is what lies in hidden folders. */
export const isHidden = (path: string): boolean => path.split("/").some(name => name.startsWith(".") || name === "__MACOSX" || name === "Thumbs.db" || name === "desktop.ini");

const endings = new Set(["pdf", "txt", "text", "html", "htm", "xhtml", "docx", "ofd", "jpg", "jpeg", "png", "tif", "tiff"]);

/** Of a folder only what may be read is sent; a file that was named itself is: the server tells by its bytes, not by its name. */
export function sorted(files: readonly Found[]): { send: Found[]; leftOut: string[] } {
  const seen = files.filter(({ path }) => !isHidden(path));
  const isRead = ({ file, inFolder }: Found): boolean => { const dot = file.name.lastIndexOf("."); return !inFolder || dot <= 0 || endings.has(file.name.slice(dot + 1).toLowerCase()); };
  return { send: seen.filter(isRead), leftOut: seen.filter(one => !isRead(one)).map(({ path }) => path) };
}
