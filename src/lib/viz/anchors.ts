/**
 * What the parts of the page to keep are called in its address. The claims for machines go by the same names, so that
 * the id of a claim leads to its place on the page that they come with.
 */
const anchor = (part: string) => (id: string) => `${part}-${encodeURIComponent(id)}`;

export const lineAnchor = anchor('line');
export const claimAnchor = anchor('claim');
export const accountAnchor = anchor('account');
