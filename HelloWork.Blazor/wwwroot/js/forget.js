// Computers of an office are shared: whoever signs out, or whose sign-in ends, leaves no list of jobs on the machine (recent.js, compare.js).
export function forgetJobs() {
  try {
    localStorage.removeItem('recent-jobs');
    sessionStorage.removeItem('compare-jobs');
  } catch { /* Storage is shut: nothing was kept. */ }
}
