/** The smallest playbook whose flow keeps every promise: what other tests bend. */
export const smallPlaybook = `playbook: 1
title: Launch day
status: in-review
find_it_at: https://wiki.acme.example/launch
review_by: 2027-06-30
people:
  amina: { name: Amina, reach: "tel:+44-20-0000-0001" }
  ben: { name: Ben, reach: "tel:+44-20-0000-0002" }
roles:
  lead: { person: amina, deputy: ben, decides: true }
audiences:
  customers: { title: Customers }
channels:
  status: { type: status-page, url: "https://status.acme.example", audiences: customers, operators: amina }
checklist:
  started_at: { ask: When did it start?, type: datetime, core: start, max: 16 }
  back: { ask: Is it back?, type: yes-no }
severities:
  major:
    title: Major
    default: true
    channels: [status]
    first_notice_within: 20m
flows:
  main:
    title: When it breaks
    steps:
      find_out:
        kind: gather
        by: lead
        collect: [started_at]
        takes: 5m
        then: judge
      judge:
        kind: classify
        by: lead
        takes: 1m
        cases:
          major: first_word
      first_word:
        kind: announce
        by: lead
        message: notice
        takes: 3m
        then: hold
      hold:
        kind: wait
        then: is_it_back
      is_it_back:
        kind: ask
        by: lead
        fact: back
        answers:
          "yes": all_over
          "no": first_word
      all_over:
        kind: announce
        by: lead
        message: over
        channels: announced
        takes: 5m
        then: done
      done:
        kind: end
        outcome: resolved
messages:
  notice:
    title: First notice
    stage: investigating
    variants:
      status:
        title: Sign-up is not working
        body: |
          Sign-up is not working for new customers as of {{posted_at}}. We are sorry.

          We will write again at {{next_update_at}}.
  over:
    title: All clear
    stage: resolved
    variants:
      status:
        title: Sign-up works again
        body: |
          Sign-up works again. It did not work from {{started_at}} to {{posted_at}}. Nothing is left over. We are sorry.
`;

/** The same with a first step that takes longer: every word goes out later. */
export const slowerPlaybook = smallPlaybook.replace(
  'takes: 5m\n        then: judge',
  'takes: 25m\n        then: judge',
);
