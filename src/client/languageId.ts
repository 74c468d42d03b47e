export const languageId = 'incident-playbook';
