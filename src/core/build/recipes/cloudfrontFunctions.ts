import { headersOf, languagePattern, type Serving } from '../serving';

/** Where the pages stand in their bucket, and which address leads there. */
export const folder = 'sorry';

/**
 * Errors of the shop for which CloudFront shows the page:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-response-code.html
 */
export const shown = [500, 502, 503, 504];
/**
 * The switch for planned work: a key that the functions read, so that nothing is deployed on the day. Rewriting an address
 * chooses no other cache behaviour, so the origin is chosen, too. Written for the runtime 2.0, which has no destructuring.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-custom-methods.html
 */
export function requestFunction(serving: Serving): string {
  const { pages } = serving;
  const paths = Object.fromEntries(pages.map(({ language, file }) => [language, `/${folder}/${file}`]));
  return `import cf from 'cloudfront';
const pages = ${JSON.stringify(paths)};
const language = /${languagePattern(serving, pages)}/i;
${isOn}
async function handler(event) {
  const request = event.request;
  if (!(await isOn())) return request;
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { statusCode: ${statusOf(serving)}, headers: ${functionHeaders(serving)} };
  const wanted = request.headers['accept-language'];
  const found = language.exec(wanted ? wanted.value : '');
  request.uri = pages[found ? found[1].toLowerCase() : '${pages[0].language}'];
  request.querystring = {};
  cf.selectRequestOriginById('sorry');
  return request;
}
`;
}

/** The bucket answers 200: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html */
export function responseFunction(serving: Serving): string {
  return `import cf from 'cloudfront';
${isOn}
async function handler(event) {
  const response = event.response;
  if (!(await isOn())) return response;
  response.statusCode = ${statusOf(serving)};
  response.statusDescription = 'Service Unavailable';
  Object.assign(response.headers, ${functionHeaders(serving)});
  return response;
}
`;
}

/** Without an answer of the store, visitors get the shop. */
const isOn = `async function isOn() {
  try {
    return (await cf.kvs().get('sorry')) === 'on';
  } catch (error) {
    return false;
  }
}`;

/** CloudFront answers with these only. */
export const statusOf = ({ status }: Serving) => ([...shown, 501].includes(status) ? status : 503);

const functionHeaders = (serving: Serving) =>
  JSON.stringify(Object.fromEntries(headersOf(serving).map(([name, value]) => [name.toLowerCase(), { value }])));
