import type { Translate } from '../../text/translate';
import { comments, headersOf, type Serving } from '../serving';
import { folder, requestFunction, responseFunction, shown, statusOf } from './cloudfrontFunctions';

/** Seconds. Long enough to spare a shop that is down, short enough that nobody waits when it is back. */
const errorsKept = 10;

/**
 * A distribution with the page on another origin than the shop's. Names of managed policies:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
 */
export function cloudfrontTemplate(serving: Serving, t: Translate): string {
  const { hosts, pages } = serving;
  const [first] = pages;
  const code = (text: string) => text.trimEnd().replace(/^(?=.)/gm, '        ');
  const note = (indent: string, ...sentences: readonly string[]) => comments(sentences, '#', indent);
  return `${comments([
    t('The sorry page, for Amazon CloudFront: a template for CloudFormation.'),
    t('It makes a whole distribution. Where you have one, take over the parts marked with a star.'),
    t('The page lies in a bucket of its own, since what fails with the shop can’t say sorry for it.'),
    t('How to use it: {0}', 'server/cloudfront.sh'),
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/creating-custom-error-pages.html',
  ])}AWSTemplateFormatVersion: "2010-09-09"
Description: A landing page with a sorry page
Parameters:
  ShopDomain:
    Type: String
    Description: Where CloudFront fetches the landing page, like origin.example.com
  Aliases:
    Type: CommaDelimitedList
    Default: "${hosts.join(',') || 'www.example.com'}"
  CertificateArn:
    Type: String
    Description: Of the certificate for the aliases, in us-east-1
Resources:
${note('  ', `* ${t('The bucket of the pages, which only CloudFront reads.')}`)}  SorryBucket:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
  SorryBucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref SorryBucket
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: cloudfront.amazonaws.com
            Action: s3:GetObject
            Resource: !Sub "\${SorryBucket.Arn}/${folder}/*"
            Condition:
              StringEquals:
                AWS:SourceArn: !Sub "arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${Site}"
  SorryAccess:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig:
        Name: !Sub "\${AWS::StackName}-sorry"
        OriginAccessControlOriginType: s3
        SigningBehavior: always
        SigningProtocol: sigv4

${note('  ', `* ${t('The switch for planned work, and the two functions that read it.')}`)}  SorrySwitch:
    Type: AWS::CloudFront::KeyValueStore
    Properties:
      Name: !Sub "\${AWS::StackName}-sorry"
  SorryRequest:
    Type: AWS::CloudFront::Function
    Properties:
      Name: !Sub "\${AWS::StackName}-sorry-request"
      AutoPublish: true
      FunctionConfig:
        Comment: Leads to the sorry page while the switch is on
        Runtime: cloudfront-js-2.0
        KeyValueStoreAssociations:
          - KeyValueStoreARN: !GetAtt SorrySwitch.Arn
      FunctionCode: |
${code(requestFunction(serving))}
  SorryResponse:
    Type: AWS::CloudFront::Function
    Properties:
      Name: !Sub "\${AWS::StackName}-sorry-response"
      AutoPublish: true
      FunctionConfig:
        Comment: Answers ${statusOf(serving)} while the switch is on
        Runtime: cloudfront-js-2.0
        KeyValueStoreAssociations:
          - KeyValueStoreARN: !GetAtt SorrySwitch.Arn
      FunctionCode: |
${code(responseFunction(serving))}
${note(
  '  ',
  `* ${t('Headers of the page itself.')}`,
  t(
    'Look with "curl -I" before the launch whether they also reach visitors when the shop fails: AWS does not promise it.',
  ),
)}  SorryHeaders:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: !Sub "\${AWS::StackName}-sorry"
        CustomHeadersConfig:
          Items:
${headersOf(serving)
  .map(
    ([name, value]) => `            - Header: ${name}\n              Value: "${value}"\n              Override: true\n`,
  )
  .join('')}
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: !Ref Aliases
        ViewerCertificate:
          AcmCertificateArn: !Ref CertificateArn
          SslSupportMethod: sni-only
          MinimumProtocolVersion: TLSv1.2_2021
        Origins:
          - Id: shop
            DomainName: !Ref ShopDomain
            CustomOriginConfig:
              OriginProtocolPolicy: https-only
${note('          ', '*')}          - Id: sorry
            DomainName: !GetAtt SorryBucket.RegionalDomainName
            OriginAccessControlId: !Ref SorryAccess
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: shop
          ViewerProtocolPolicy: redirect-to-https
          AllowedMethods: [GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE]
${note('          ', t('{0}: a cached page would hide that the shop is back.', 'CachingDisabled'))}          CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad
${note('          ', t('{0}: the bucket would refuse the host name of the shop.', 'AllViewerExceptHostHeader'))}          OriginRequestPolicyId: b689b0a8-53d0-40ab-baf2-68738e2966ac
${note('          ', '*')}          FunctionAssociations:
            - EventType: viewer-request
              FunctionARN: !GetAtt SorryRequest.FunctionARN
            - EventType: viewer-response
              FunctionARN: !GetAtt SorryResponse.FunctionARN
        CacheBehaviors:
${note('          ', `* ${t('CloudFront looks for the page of an error here.')}`)}          - PathPattern: /${folder}/*
            TargetOriginId: sorry
            ViewerProtocolPolicy: redirect-to-https
            CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad
            ResponseHeadersPolicyId: !Ref SorryHeaders
${note(
  '        ',
  `* ${t('The shop fails: everybody gets the first language, since an error has one page only.')}`,
)}        CustomErrorResponses:
${shown
  .map(
    (status) => `          - ErrorCode: ${status}
            ResponseCode: ${statusOf(serving)}
            ResponsePagePath: /${folder}/${first.file}
            ErrorCachingMinTTL: ${errorsKept}
`,
  )
  .join('')}Outputs:
  Bucket:
    Value: !Ref SorryBucket
  Switch:
    Value: !GetAtt SorrySwitch.Arn
  Domain:
    Value: !GetAtt Site.DomainName
`;
}

/** https://docs.aws.amazon.com/cli/latest/reference/cloudfront-keyvaluestore/put-key.html */
export function cloudfrontScript(serving: Serving, t: Translate): string {
  return `#!/bin/sh
${comments([
  t('The sorry page, for Amazon CloudFront. Credentials and region are those of your aws command.'),
  t('Once: {0}', 'sh server/cloudfront.sh setup origin.example.com arn:aws:acm:us-east-1:…'),
  t('After each change of the page: {0}', 'sh server/cloudfront.sh upload'),
  t('Planned work: {0}', 'sh server/cloudfront.sh on    sh server/cloudfront.sh off'),
  t('When the shop fails, the page shows by itself: nobody has to do anything.'),
  t('Whoever works with temporary credentials needs those of a region: the store signs with SigV4A.'),
])}set -eu
cd "$(dirname "$0")/.."
stack="\${STACK:-sorry-page}"
# The template is UTF-8, whatever the language of the machine.
export AWS_CLI_FILE_ENCODING=UTF-8

output() {
  aws cloudformation describe-stacks --stack-name "$stack" --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}

switch() {
  arn="$(output Switch)"
  tag="$(aws cloudfront-keyvaluestore describe-key-value-store --kvs-arn "$arn" --query ETag --output text)"
  aws cloudfront-keyvaluestore put-key --kvs-arn "$arn" --key sorry --value "$1" --if-match "$tag"
}

upload() {
  bucket="$(output Bucket)"
${serving.pages
  .map(
    ({ file }) =>
      `  aws s3 cp '${file}' "s3://$bucket/${folder}/${file}" --content-type 'text/html; charset=utf-8' --cache-control no-store\n`,
  )
  .join('')}}

case "\${1:-}" in
  setup)
    aws cloudformation deploy --stack-name "$stack" --template-file server/cloudfront.yaml --parameter-overrides "ShopDomain=$2" "CertificateArn=$3"
    upload
    ;;
  upload) upload ;;
  on | off) switch "$1" ;;
  *)
    echo 'setup DOMAIN CERTIFICATE | upload | on | off' >&2
    exit 2
    ;;
esac
`;
}
