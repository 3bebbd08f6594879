import type { CDPSession } from 'playwright/test';

export interface RenderedFont {
  readonly familyName: string;
  /** False for a font of the system. */
  readonly isCustomFont: boolean;
}

/** The fonts whose letters the browser drew in the first element of a selector. */
export async function listRenderedFonts(client: CDPSession, selector: string): Promise<RenderedFont[]> {
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument');
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName, isCustomFont }) => ({ familyName, isCustomFont }));
}
