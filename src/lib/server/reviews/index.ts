export { keepReviews } from './keep.ts';
export { decideAction, decidePairAction, undoAction, whoSaidAction } from './act.ts';
export { historyOf } from './history.ts';
export { keptJustNow, reviewPanel } from './panel.ts';
export { queueOf } from './queue.ts';
export { readWho } from './who.ts';
