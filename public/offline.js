// Has the program kept on this machine, and tells of newer versions.
//
// For the app: `data-update` of the page is "ready" when a newer version waits, and "taken" when another tab has taken
// it, so that this one runs an old version. The event "plumbline-update" tells that it was set. The app answers with the
// event "plumbline-take-update", and the page comes anew in the newer version.

if ("serviceWorker" in navigator && location.protocol !== "file:") {
  const HOUR = 3_600_000;
  const workers = navigator.serviceWorker;
  // At the first visit of all there is no older version that could be told from a newer one.
  let controlled = workers.controller !== null;
  let asked = false;
  let looked = 0;

  const tell = (state) => {
    document.documentElement.dataset.update = state;
    dispatchEvent(new Event("plumbline-update"));
  };

  const follow = (worker) => {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && controlled) tell("ready");
    });
  };

  const look = (registration) => {
    if (!registration.active || document.hidden || Date.now() - looked < HOUR) return;
    looked = Date.now();
    // Without a network there is nothing newer to be had.
    registration.update().catch(() => {});
  };

  workers.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (controlled) tell("taken");
    controlled = true;
  });

  addEventListener("plumbline-take-update", async () => {
    asked = true;
    const waiting = (await workers.getRegistration())?.waiting;
    if (waiting) waiting.postMessage("take over");
    else location.reload();
  });

  addEventListener("load", async () => {
    try {
      const registration = await workers.register("service-worker.js");
      registration.addEventListener("updatefound", () => follow(registration.installing));
      follow(registration.installing);
      if (registration.waiting && controlled) tell("ready");
      look(registration);
      document.addEventListener("visibilitychange", () => look(registration));
    } catch (error) {
      // Where the browser does not allow it, or a build for developers has no such file, Plumbline needs the network.
      console.info(`Not kept for offline use: ${error.message}`);
    }
  });
}
