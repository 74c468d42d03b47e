/** Canvases of browsers end somewhere here, in pixels. */
const longestSide = 16_384;
const largestArea = 200_000_000;

/** A drawing as PNG in base64; undefined where it is too large. */
export async function toPng(svg: string, scale: number): Promise<string | undefined> {
  const address = (await draw(svg, scale))?.toDataURL('image/png') ?? '';
  const data = address.slice(address.indexOf(',') + 1);
  return data === '' ? undefined : data;
}

/** The same into the clipboard. False where the page may not write there, or the drawing is too large. */
export async function copyPng(svg: string, scale: number): Promise<boolean> {
  const canvas = await draw(svg, scale);
  const blob = await new Promise<Blob | null>((resolve) => {
    if (canvas === undefined) resolve(null);
    else canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) return false;
  // Only a page that has the focus may.
  window.focus();
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  return true;
}

/** As large as a canvas can be; undefined where even its own size is too much. */
async function draw(svg: string, scale: number): Promise<HTMLCanvasElement | undefined> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const most = Math.min(longestSide / Math.max(width, height), Math.sqrt(largestArea / (width * height)));
  const factor = Math.min(scale, most);
  if (!(factor >= 0.25)) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * factor);
  canvas.height = Math.round(height * factor);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
