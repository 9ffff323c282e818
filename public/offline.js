// Asks the browser to keep the program for times without a network, once the page is there.
if ("serviceWorker" in navigator) {
  addEventListener("load", () => {
    // Where the browser does not allow it, or a build for developers has no such file, Plumbline needs the network.
    navigator.serviceWorker.register("service-worker.js").catch((error) => console.info(`Not kept for offline use: ${error.message}`));
  });
}
