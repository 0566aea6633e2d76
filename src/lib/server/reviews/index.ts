export { decideAction, undoAction } from './act.ts';
export { historyOf } from './history.ts';
export { keptJustNow, reviewPanel } from './panel.ts';
export { readWho } from './who.ts';
