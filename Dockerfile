# The server without a database: it wants NEO4J_URI and NEO4J_PASSWORD, and to know who may ask
# (CLAIMGRAPH_API_KEYS, CLAIMGRAPH_JWT_ISSUER, or CLAIMGRAPH_OPEN=yes-to-everyone).
FROM node:20-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:20-slim AS explorer
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm ci --ignore-scripts
COPY explorer ./explorer
COPY export ./export
COPY src ./src
RUN npm run explorer:build

FROM node:20-slim
# In a container the loopback interface is the container's own.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY schema ./schema
COPY import ./import
COPY export ./export
COPY src ./src
COPY --from=explorer /app/explorer/dist ./explorer/dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm between, SIGTERM reaches the server.
CMD ["node", "--import", "tsx", "src/main.ts"]
