/** What the services and databases of tests sign with. */
export const TEST_SECRET = 'a-test-key-of-at-least-thirty-two-characters';
