// The one place that knows which library draws the page. Text is always set as text, never as markup.
export { Component, createRef, Fragment, h, render } from "../webjars/preact/dist/preact.module.js";
