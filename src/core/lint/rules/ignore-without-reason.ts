import type { Rule } from '../rule';

export const ignoreWithoutReason: Rule = {
  id: 'ignore-without-reason',
  severity: 'warning',
  form: true,
  summary: 'Every comment that silences a rule says why.',
  why: 'Half a year later nobody knows whether the silence is still right.',

  *check({ ignores, t }) {
    for (const ignore of ignores.all) {
      if (ignore.rule !== '' && ignore.reason !== undefined) continue;
      yield {
        span: ignore.comment,
        message:
          ignore.rule === ''
            ? t(
                'This comment silences nothing: name the rule and the reason, like "# playbook-ignore jargon -- our readers are engineers".',
              )
            : t('This comment silences "{0}" without a reason. Write "-- " and the reason behind it.', ignore.rule),
      };
    }
  },
};
