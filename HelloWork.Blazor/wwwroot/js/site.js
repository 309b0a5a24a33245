// Comfort on top of pages that work without it. Runs again after each enhanced navigation; every part may be run twice.
import { announce } from './announce.js';
import { startCountdowns } from './countdown.js';
import { startCounters } from './counters.js';
import { startDesk } from './desk.js';
import { startDialogs, closeSheets } from './dialogs.js';
import { startDrafts } from './draft.js';
import { startFragments } from './fragments.js';
import { startMore } from './more.js';
import { startOptions } from './options.js';
import { startSorts } from './sort.js';
import { startLive } from './live.js';
import { startGuard, releaseGuards } from './guard.js';
import { startNavigation, arrive } from './navigation.js';
import { startPasskeys } from './passkeys.js';
import { startPicked } from './picked.js';
import { startPrint } from './print.js';
import { startSession } from './session.js';
import { startSubmits } from './submits.js';

function startParts() {
  startCountdowns();
  startCounters();
  startDesk();
  startDialogs();
  startDrafts();
  startFragments();
  startMore();
  startOptions();
  startSorts();
  startPasskeys();
  startPicked();
  startPrint();
}

function enhance() {
  startParts();
  announce();
  startLive(startParts);
  startSession();
}

startGuard();
startNavigation();
startSubmits();
enhance();

window.Blazor?.addEventListener('enhancedload', () => {
  closeSheets();
  releaseGuards();
  enhance();
  arrive();
});
