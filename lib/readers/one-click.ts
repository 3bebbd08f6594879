/** `List-Unsubscribe=One-Click` in either form that RFC 8058 permits. */
const ONE_CLICK =
  /(^|&)List-Unsubscribe=One-Click(&|$)|name="List-Unsubscribe"(\r?\n[^\r\n]+)*\r?\n\r?\nOne-Click\r?\n/;

/** Whether what a program for mail sent asks to end what the address stands for. */
export function isOneClick(text: string): boolean {
  return ONE_CLICK.test(text);
}
