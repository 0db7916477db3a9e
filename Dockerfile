# One image for both rooms; compose says which one a container runs.
FROM node:26-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY worker/package.json worker/
COPY server/package.json server/
COPY client/package.json client/
COPY test/package.json test/
RUN npm ci
COPY . .
RUN npm run screens && npm run programs && npm prune --omit=dev

FROM node:26-trixie-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=root:root /app /app
# A new volume takes after the folder that it covers: the worker keeps its push keys there.
RUN install -d -o node -g node /data
USER node
STOPSIGNAL SIGTERM
EXPOSE 3000
CMD ["node", "dist/server.mjs"]
