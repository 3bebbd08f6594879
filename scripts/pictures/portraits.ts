import { element, type Picture } from './picture';

interface Sitter {
  readonly id: string;
  /** The hair as a path, on a canvas of 240 by 300. */
  readonly hair: string;
  readonly behind?: string;
  readonly glasses?: boolean;
  readonly collar: string;
  /** Distance of the hatching of the ground. */
  readonly hatch: number;
}

const SITTERS: readonly Sitter[] = [
  {
    id: 'ada',
    behind: 'M66 150C58 70 182 70 174 150C180 190 172 214 168 226H72C66 210 60 190 66 150Z',
    hair: 'M76 136C78 92 102 80 120 80C142 80 164 94 164 138C156 118 140 108 122 104C106 108 86 116 76 136Z',
    collar: 'M96 236L120 272L144 236',
    hatch: 7,
  },
  {
    id: 'ines',
    hair: 'M72 142C64 84 98 62 124 66C160 66 178 96 168 142C166 122 158 110 150 106C128 118 98 112 88 108C80 116 74 126 72 142ZM112 66C100 40 142 36 136 64Z',
    glasses: true,
    collar: 'M92 240C104 256 136 256 148 240',
    hatch: 5,
  },
  {
    id: 'bo',
    hair: 'M78 128C76 94 98 76 122 78C150 78 166 98 162 128C158 112 150 104 120 102C92 104 82 112 78 128ZM82 168C84 218 108 226 120 226C132 226 156 218 158 168C150 188 140 184 120 182C100 184 90 188 82 168Z',
    collar: 'M88 240L120 258L152 240M120 258V296',
    hatch: 9,
  },
];

/** The demo's authors, who do not exist, in the manner of a woodcut. */
export function drawPortraits(): Picture[] {
  return SITTERS.map((sitter) => ({
    file: sitter.id,
    width: 240,
    height: 300,
    oneTheme: true,
    svg: drawSitter(sitter),
  }));
}

function drawSitter({ behind, hair, glasses, collar, hatch }: Sitter): string {
  const ground = Array.from({ length: Math.ceil(540 / hatch) }, (_, index) =>
    element('path', {
      d: `M${index * hatch - 300} 300L${index * hatch} 0`,
      stroke: 'var(--rubric)',
      opacity: 0.55,
    }),
  );
  const solid = (d: string, fill = 'var(--ink)') => element('path', { d, fill });
  const thin = (d: string) => element('path', { d, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2.4 });
  return [
    ...ground,
    behind ? solid(behind) : '',
    solid('M14 300C22 252 70 244 102 228V196H138V228C170 244 218 252 226 300Z'),
    solid('M102 190H138V232C132 246 108 246 102 232Z', 'var(--paper)'),
    solid('M80 138C80 74 160 74 160 138C162 186 142 212 120 212C98 212 78 186 80 138Z', 'var(--paper)'),
    // The shade of the face, as a woodcut has it: lines that grow shorter.
    ...Array.from({ length: 11 }, (_, index) =>
      thin(`M${157 - index * 0.9} ${136 + index * 6}h-${Math.max(4, 17 - Math.abs(index - 5) * 2)}`),
    ),
    thin('M92 141C98 136 106 136 111 140M129 140C134 136 142 136 148 141'),
    element('circle', { cx: 103, cy: 149, r: 3.2, fill: 'var(--ink)' }),
    element('circle', { cx: 137, cy: 149, r: 3.2, fill: 'var(--ink)' }),
    thin('M121 146C120 158 114 166 116 171C118 174 123 174 126 172'),
    thin('M107 189C114 194 126 194 134 188'),
    solid(hair),
    glasses
      ? thin(
          'M88 149a15 15 0 1 0 30 0a15 15 0 1 0 -30 0M122 149a15 15 0 1 0 30 0a15 15 0 1 0 -30 0M118 147h4',
        )
      : '',
    element('path', { d: collar, fill: 'none', stroke: 'var(--paper)', 'stroke-width': 4 }),
  ].join('');
}
