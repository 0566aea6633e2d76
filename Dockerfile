# Lateral on a server. It starts only with a passcode for each role in use; see compose.yaml.
FROM node:22-slim

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN node bin/build.mjs
RUN mkdir /data && chown node:node /data

ENV NODE_ENV=production LATERAL_HOST=0.0.0.0 LATERAL_PORT=4170 LATERAL_DATA=/data
USER node
VOLUME /data
EXPOSE 4170
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "bin/health.mjs"]
CMD ["node", "bin/start.mjs"]
