// Server-sent events that reconnect by themselves, also after the service was down. A hidden tab closes its stream:
// browsers open at most six connections to a host, over all tabs.
const PAUSE_MILLIS = 2000;
const HIDDEN_MILLIS = 5000;

/**
 * Listens until the returned function is called.
 * handlers: what to do with the data of each event, by its name; onState is called with whether the stream is open.
 */
export function listen(path, handlers, onState = () => {}) {
  let source;
  let waiting;
  const close = () => {
    clearTimeout(waiting);
    source?.close();
    source = undefined;
  };
  const open = () => {
    close();
    source = new EventSource(`api/v1/${path}`);
    source.onopen = () => onState(true);
    source.onerror = () => {
      onState(false);
      // after a response that is not a stream the browser gives up
      if (source?.readyState === EventSource.CLOSED) waiting = setTimeout(open, PAUSE_MILLIS);
    };
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
  };
  const look = () => {
    clearTimeout(waiting);
    if (document.hidden) waiting = setTimeout(close, HIDDEN_MILLIS);
    else if (!source || source.readyState === EventSource.CLOSED) open();
  };
  document.addEventListener("visibilitychange", look);
  open();
  return () => {
    document.removeEventListener("visibilitychange", look);
    close();
  };
}
