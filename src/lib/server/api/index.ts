export { addedAccounts, EventInputSchema, AccountsInputSchema, ReviewsInputSchema } from './input.ts';
export { openApi } from './openapi.ts';
export { readBody } from './read-body.ts';
export { accountView, eventView, jobView, type JobView } from './views.ts';
