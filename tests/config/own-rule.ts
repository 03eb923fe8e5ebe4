/** A small rule of a user's own, as its file has it, that is in order. */
export function ownRule(changes: object = {}) {
  return {
    family: 'acme-key',
    title: 'Acme key',
    description: 'The key of the Acme gateway.',
    ruleset: 'core',
    severity: 'high',
    patterns: [
      {
        id: 'acme',
        marks: ['ACME_'],
        regex: 'ACME_[A-Za-z0-9]{40}(?![A-Za-z0-9])',
        weight: 10,
        says: 'has the form of an Acme key',
        random: [5, null],
      },
    ],
    variants: [{ id: 'acme-key', title: 'Acme key', service: 'Acme gateway' }],
    remediation: { summary: 'Revoke it in the gateway.', revoke: ['Make a new one.'] },
    samples: { 'acme-key': { template: 'ACME_{alnum:40}' } },
    examples: [{ text: 'key={{acme-key:1}}', finds: ['{{acme-key:1}}'] }],
    ...changes,
  };
}
