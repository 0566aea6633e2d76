/** Words with which sites end the part that they show to everybody. */
const MORE =
	/\b(continue reading|read more|subscribe to (read|continue)|sign in to (read|continue)|to read the (full|rest))\b/i;

/** Characters that a last paragraph has at least to be judged by how it ends: a credit or a name is shorter. */
const LONG = 60;

/** Words with which no sentence ends: a text whose last word is one breaks off, however short its last line is. */
const NEVER_LAST = /\s(?:a|an|the|and|or|but|because|although|whether|which|whose|of|into|its|their|our)$/;

/**
 * Whether a text's last paragraph says that more of it exists: an ellipsis, an invitation to read on, or an end
 * in the middle of a sentence. A last word in capitals is a credit's; scripts without small letters are not judged.
 */
export function cutShort(text: string): boolean {
	const end = text.trimEnd().slice(-300);
	const last = end.slice(end.lastIndexOf('\n') + 1);
	const isBroken = last.length >= LONG && /(?:^|\s)\p{Ll}[\p{Ll}'’-]*,?$/u.test(last);
	return (
		isBroken ||
		NEVER_LAST.test(last) ||
		/(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[\+\d+ chars\])$/.test(last) ||
		MORE.test(last)
	);
}
