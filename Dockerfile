# docker build --tag blog . && docker run --read-only --publish 3000:3000 blog
# Shared drafts: docker build --secret id=SHARE_SECRET …, and docker run --env SHARE_SECRET --tmpfs /tmp …
ARG NODE=22
FROM node:${NODE}-bookworm-slim AS build
WORKDIR /blog
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN --mount=type=secret,id=SHARE_SECRET \
  if [ -f /run/secrets/SHARE_SECRET ]; then export SHARE_SECRET="$(cat /run/secrets/SHARE_SECRET)"; fi \
  && npm run build && npm run pack -- /packed

# No shell, no package manager, nobody who is root.
FROM gcr.io/distroless/nodejs22-debian12:nonroot
WORKDIR /blog
COPY --from=build /packed /blog
ENV NODE_ENV=production PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["/nodejs/bin/node", "server/health.js"]
CMD ["server/start.js"]
