/** Words with which sites end the part that they show to everybody. */
const MORE =
	/\b(continue reading|read more|subscribe to (read|continue)|sign in to (read|continue)|to read the (full|rest))\b/i;

/** Whether a text's last paragraph says that more of it exists: an ellipsis, or an invitation to read on. */
export function cutShort(text: string): boolean {
	const end = text.trimEnd().slice(-200);
	const last = end.slice(end.lastIndexOf('\n') + 1);
	return /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[\+\d+ chars\])$/.test(last) || MORE.test(last);
}
