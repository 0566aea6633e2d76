/** Files that were dropped, folders opened; a file from a folder is named by its path inside it. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
	const entries = [...transfer.items]
		.map((item) => item.webkitGetAsEntry())
		.filter((entry) => entry !== null);
	if (entries.length === 0) return [...transfer.files];
	const lists = await Promise.all(entries.map((entry) => filesOf(entry, '')));
	return lists.flat();
}

async function filesOf(entry: FileSystemEntry, folder: string): Promise<File[]> {
	if (entry.isFile) {
		const file = await new Promise<File>((resolve, reject) =>
			(entry as FileSystemFileEntry).file(resolve, reject)
		);
		return [folder === '' ? file : new File([file], folder + file.name, { type: file.type })];
	}
	const children = await readAll((entry as FileSystemDirectoryEntry).createReader());
	const lists = await Promise.all(children.map((child) => filesOf(child, `${folder}${entry.name}/`)));
	return lists.flat();
}

/** A reader gives a folder's entries in portions, and an empty one at the end. */
async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
	const all: FileSystemEntry[] = [];
	for (;;) {
		const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (portion.length === 0) return all;
		all.push(...portion);
	}
}
