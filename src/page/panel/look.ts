// The panel's own style: it looks the same beside every theme, and the deck makes room for it.

/** How the deck stands beside the drawer: whole, and smaller; on a narrow screen the drawer lies over its foot. */
export const besideLook = `
@media (min-width: 800px) { .reveal.beside-panel { width: calc(100% - 22rem) } }`

export const panelLook = `
.recap-panel { position: fixed; inset: 0 0 0 auto; z-index: 900; width: 22rem; box-sizing: border-box; overflow: auto; padding: 20px 22px 28px;
  background: #1b1917; color: #f4efe6; font: 15px/1.5 system-ui, recap-ui, sans-serif; text-align: start; border-inline-start: 4px solid #e4572e;
  display: flex; flex-direction: column; gap: 20px; color-scheme: dark; }
.recap-panel .panel-fields { display: grid; gap: 20px; }
.recap-panel :is(fieldset, section, h3, p, ul, pre) { margin: 0; padding: 0; border: 0; min-width: 0; }
.recap-panel :is(legend, h3, .panel-accent > label) { font: 600 13px/1.4 system-ui, recap-ui, sans-serif; color: #c9bfb0; padding: 0; margin: 0 0 8px; letter-spacing: .02em; }
.recap-panel h3:empty { display: none; }
.recap-panel :is(button, input, label) { font: inherit; }
.recap-panel .panel-cards > div { display: grid; grid-template-columns: repeat(2, 1fr); gap: 8px; }
.recap-panel .panel-row > div { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 0; border: 1px solid #5a524a; border-radius: 8px; overflow: clip; }
.recap-panel label { cursor: pointer; }
.recap-panel .panel-cards label { display: flex; align-items: center; gap: 9px; padding: 7px 9px; border: 1px solid #5a524a; border-radius: 8px; overflow-wrap: anywhere; }
.recap-panel .panel-row label { text-align: center; padding: 7px 4px; font-size: 14px; }
.recap-panel .panel-row label + label { border-inline-start: 1px solid #5a524a; }
.recap-panel label > input[type=radio] { position: absolute; opacity: 0; pointer-events: none; }
.recap-panel label:has(:checked) { background: #f4efe6; color: #1b1917; border-color: #f4efe6; }
.recap-panel label:has(:focus-visible) { outline: 3px solid #ff9d7e; outline-offset: -1px; }
.recap-panel :is(button, a, [type=color]):focus-visible { outline: 3px solid #ff9d7e; outline-offset: 2px; }
.recap-panel:focus { outline: none; }
.recap-panel .panel-swatch { display: flex; flex: none; border-radius: 5px; overflow: clip; box-shadow: 0 0 0 1px #0006; }
.recap-panel .panel-swatch i { width: 11px; height: 22px; }
.recap-panel .panel-accent { display: flex; align-items: center; gap: 12px; }
.recap-panel .panel-accent > label { margin: 0; flex: 1; }
.recap-panel [type=color] { width: 44px; height: 30px; padding: 0; border: 1px solid #5a524a; border-radius: 6px; background: none; cursor: pointer; }
.recap-panel :is(code, pre) { font: 13px/1.5 ui-monospace, monospace; color: #ffc3b0; }
.recap-panel pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #0d0c0b; border-radius: 8px; padding: 10px 12px; margin: 0 0 10px; }
.recap-panel .panel-tried p { color: #c9bfb0; font-size: 14px; margin: 0 0 10px; }
.recap-panel button { background: #36312c; color: inherit; border: 1px solid #5a524a; border-radius: 8px; padding: 6px 11px; cursor: pointer; font-size: 14px; }
.recap-panel button:hover:not([aria-disabled=true]) { background: #4a433c; }
.recap-panel button[aria-disabled=true] { color: #8f867b; background: none; border-color: #443e38; cursor: default; }
.recap-panel .panel-buttons { display: flex; flex-wrap: wrap; gap: 8px; }
.recap-panel output { display: block; min-height: 1.5em; margin: -10px 0 0; font-size: 14px; color: #ffc3b0; }
.recap-panel output:empty { min-height: 0; margin: -20px 0 0; }
.recap-panel .panel-formats { list-style: none; display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
.recap-panel .panel-formats li { display: grid; align-content: start; gap: 3px; }
.recap-panel .panel-formats li:has([data-state=failed]) { grid-column: 1 / -1; }
.recap-panel .panel-formats button { padding: 8px 11px; text-align: start; }
.recap-panel .panel-formats small { color: #c9bfb0; font-size: 12.5px; line-height: 1.35; }
.recap-panel .panel-formats [role=status] { font-size: 13.5px; color: #c9bfb0; overflow-wrap: anywhere; }
.recap-panel .panel-formats [data-state=failed] { color: #ff9d7e; }
.recap-panel a { color: #ffc3b0; }
.recap-panel #panel-close { position: sticky; top: -8px; align-self: end; margin: -8px -8px -34px 0; z-index: 1; padding: 2px 10px; font-size: 18px; line-height: 1.3; }
@media (max-width: 799px) { .recap-panel { inset: auto 0 0 0; width: auto; max-height: 62vh; border-inline-start: 0; border-top: 4px solid #e4572e; } }`
