const space = 'http://www.w3.org/2000/svg';

/** A drawing of lines, in the colour of the words around it: not every machine has the same little pictures in its letters. */
function lines(paths: readonly string[], more: Record<string, string> = {}): SVGElement {
  const drawing = document.createElementNS(space, 'svg');
  const attributes = {
    viewBox: '0 0 32 32',
    width: '24',
    height: '24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2.2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
    ...more,
  };
  for (const [name, value] of Object.entries(attributes)) drawing.setAttribute(name, value);
  for (const path of paths) {
    const line = document.createElementNS(space, 'path');
    line.setAttribute('d', path);
    drawing.append(line);
  }
  return drawing;
}

/** A thumb, up or down. */
export const thumb = (up: boolean): SVGElement =>
  lines(
    [
      'M5 14h5v13H5zM10 15l5-11c3 0 4 2 3.4 5L17.5 13H26c1.6 0 2.500 1.400 2.200 3l-1.800 8.500c-.3 1.500-1.400 2.500-2.900 2.500H10',
    ],
    up ? {} : { transform: 'rotate(180)' },
  );

/** A face whose mouth says how it was, from 1 to 5. */
export const face = (value: number): SVGElement =>
  lines([
    'M16 3a13 13 0 1 0 .01 0z',
    'M11 12.5v.5M21 12.5v.5',
    `M10.5 21Q16 ${21 + (value - 3) * 4.5} 21.5 21`,
  ]);

/** A clip for paper. */
export const clip = (): SVGElement =>
  lines(
    [
      'M22 10l-9.500 9.500a3 3 0 0 0 4.200 4.200L27 13.500a6 6 0 0 0-8.500-8.500L8 15.500a9 9 0 0 0 12.700 12.700L27 22',
    ],
    {
      width: '20',
      height: '20',
    },
  );
