// Before anything loads graphql-js: outside of production it checks every type that it meets for having
// been loaded twice, for a tenth of the time of a large answer.
process.env.NODE_ENV ??= 'production';
