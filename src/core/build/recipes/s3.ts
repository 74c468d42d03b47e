import type { Translate } from '../../text/translate';
import { comments, type Serving } from '../serving';

/** The bucket of a website has the name of its host: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
const bucketOf = ({ hosts }: Serving) => hosts[0] ?? 'www.example.com';

/**
 * Every address leads to the page by a 302: as an error document it would answer 404, and search engines would forget the
 * address. A key that is not there is a 403 to whoever may not list the bucket.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html
 */
export function s3Website({ pages: [first] }: Serving): string {
  const toPage = (code: string) => ({
    Condition: { HttpErrorCodeReturnedEquals: code },
    Redirect: { ReplaceKeyWith: first.file, HttpRedirectCode: '302' },
  });
  return json({
    IndexDocument: { Suffix: first.file },
    ErrorDocument: { Key: first.file },
    RoutingRules: [toPage('403'), toPage('404')],
  });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteAccessPermissionsReqd.html */
export function s3Policy(serving: Serving): string {
  return json({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'EverybodyReadsThePage',
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: serving.pages.map(({ file }) => `arn:aws:s3:::${bucketOf(serving)}/${file}`),
      },
    ],
  });
}

export function s3Script(serving: Serving, t: Translate): string {
  const bucket = bucketOf(serving);
  return `#!/bin/sh
${comments([
  t('The sorry page as a website in Amazon S3, for a DNS that turns to it when the landing page fails.'),
  t('S3 answers 200, never 503: only "noindex" in the page keeps it out of search engines. Prefer CloudFront.'),
  t('The website of a bucket speaks http only. A landing page with https needs CloudFront or another proxy before it.'),
  t('Everybody gets the first language: S3 can’t read which one a visitor wants.'),
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html',
  'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html',
  t('The bucket must have the name of the host, here and in {0}.', 's3-policy.json'),
  t('Once, and after each change of the page: {0}', 'sh server/s3.sh'),
])}set -eu
cd "$(dirname "$0")/.."
bucket='${bucket}'

aws s3api head-bucket --bucket "$bucket" 2>/dev/null || aws s3 mb "s3://$bucket"
${serving.pages
  .map(
    ({ file }) =>
      `aws s3 cp '${file}' "s3://$bucket/${file}" --content-type 'text/html; charset=utf-8' --cache-control no-store\n`,
  )
  .join('')}aws s3api put-bucket-website --bucket "$bucket" --website-configuration file://server/s3-website.json
aws s3api put-public-access-block --bucket "$bucket" --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=false,RestrictPublicBuckets=false
aws s3api put-bucket-policy --bucket "$bucket" --policy file://server/s3-policy.json
`;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
