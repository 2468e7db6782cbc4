// The one place that knows which library draws the page. Text is always set as text, never as markup.
export { h, render, Component, Fragment, createRef } from "../webjars/preact/dist/preact.module.js";
