export { slugify, toAccount } from './account.ts';
export { addPosted, type NameSource, takeDraft } from './add-posted.ts';
export { bundledEvent, readBundle, type Bundle } from './bundle.ts';
export { checkDrafts, checkParts, isPlaceName } from './check-drafts.ts';
export { emptyBoxes, emptyForm, readDraftForm, toInput, withProposedTitle } from './draft-form.ts';
export { changeOf, createEvent, updateEvent } from './keep.ts';
export { judgeEdition, keptEdition, type ReadEdition } from './edition.ts';
export { readFolder } from './folder.ts';
export { readDocument, readHtml } from './html/index.ts';
export type { Import } from './import.ts';
export { parseJson } from './json.ts';
export { otherLanguage } from './language.ts';
export { readPlain } from './plain.ts';
export { type NamedBytes, type ReadGroup, readGroup } from './read-group.ts';
export { readZip } from './zip.ts';
export { checkText, normaliseText } from './text.ts';
export { hostOf, isWebAddress } from './url.ts';
export { readWhen } from './when.ts';
export {
	type GroupIds,
	type Piece,
	placesOf,
	proposeEvents,
	splitOff,
	withoutEmpty
} from './several-events.ts';
