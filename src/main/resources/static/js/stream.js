// Server-sent events that come back by themselves, also after the service was away.
const PAUSE_MILLIS = 2000;

/**
 * Listens until the returned function is called.
 * handlers: what to do with the data of each event, by its name; onState is told whether the stream is open.
 */
export function listen(path, handlers, onState = () => {}) {
  let source;
  let waiting;
  const open = () => {
    source = new EventSource(`api/v1/${path}`);
    source.onopen = () => onState(true);
    source.onerror = () => {
      onState(false);
      // after an answer that is no stream the browser gives up
      if (source.readyState === EventSource.CLOSED) waiting = setTimeout(open, PAUSE_MILLIS);
    };
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
  };
  open();
  return () => {
    clearTimeout(waiting);
    source.close();
  };
}
