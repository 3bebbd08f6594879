import launch from 'launch-editor';

/** Opens a place (`file:line:column`, or a file alone) in the author's editor: that of `EDITOR`, or one that is running. */
export function openEditor(place: string, failed: (message: string) => void): void {
  launch(place, process.env.EDITOR, (name, message) => {
    const reason = message ? `: ${message}` : '';
    failed(`${name} could not be opened${reason}. Set EDITOR to your editor’s command.`);
  });
}
