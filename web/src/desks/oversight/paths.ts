/** Without the point of an operation's name: the server takes what ends like a file name for a file. */
export function registerPath(use: string): string {
  return `/register/${use.replace(".", "/")}`;
}
