// The only file that depends on the rendering library. Text is always set as text, never as markup.
export { Component, createRef, Fragment, h, render } from "../webjars/preact/dist/preact.module.js";
