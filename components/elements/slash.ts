import { recall, remember } from './memory';

/** False for readers who keep the / key for other uses. */
export function isSlashOn(): boolean {
  return recall('slash') !== 'off';
}

export function switchSlash(isOn: boolean): void {
  remember('slash', isOn ? null : 'off');
}
