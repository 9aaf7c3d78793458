// Before anything loads graphql-js: outside of production it checks every type that it meets for having
// been loaded twice.
process.env.NODE_ENV ??= 'production';
