# One image for every role. What it copies beside bot/ is what the wheel packs along (force-include in pyproject.toml).
ARG PYTHON_VERSION=3.12
FROM python:${PYTHON_VERSION}-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
COPY requirements/run.lock /build/run.lock
# Every locked package has a wheel for x86_64 and aarch64: no compiler, and a wrong hash stops the build.
RUN python -m venv --without-pip /opt/venv \
 && python -m pip --python /opt/venv/bin/python install --require-hashes --only-binary=:all: --compile -r /build/run.lock
COPY steunpunt.yaml /opt/steunpuntbot/
COPY faq /opt/steunpuntbot/faq
COPY flows /opt/steunpuntbot/flows
COPY bot /opt/steunpuntbot/bot
# Compiled here: the process may not write beside its code, and compiling at each start costs two seconds.
# Unchecked hashes, because a copy may change the times that Python would compare.
RUN /opt/venv/bin/python -m compileall -q --invalidation-mode unchecked-hash /opt/steunpuntbot/bot \
 && chmod -R a+rX,go-w /opt/steunpuntbot /opt/venv

FROM python:${PYTHON_VERSION}-slim-bookworm
RUN groupadd --system --gid 10001 steunpuntbot \
 && useradd --system --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin steunpuntbot \
 && install --directory --owner=10001 --group=10001 --mode=0700 /data /cache /copies
COPY --from=build /opt /opt
# Fonts of drawings are indexed on /tmp; what the bot learned from the content is kept in /data.
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONPATH=/opt/steunpuntbot \
    PYTHONUNBUFFERED=1 \
    MPLCONFIGDIR=/tmp/matplotlib \
    XDG_CACHE_HOME=/data/cache \
    STEUNPUNT_DATABASE_URL=sqlite:////data/steunpunt.sqlite \
    STEUNPUNT_HTTP_PORT=8080
WORKDIR /data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# A number, so that a platform that forbids root can see that this is not root.
USER 10001:10001
# Alive only: a database that is away is no reason to call the process dead. The long start is for learning new content.
HEALTHCHECK --interval=30s --timeout=5s --start-period=180s --retries=3 CMD ["python", "-S", "-c", "import http.client, os; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['STEUNPUNT_HTTP_PORT']), timeout=4); c.request('GET', '/healthz/live'); raise SystemExit(c.getresponse().status != 200)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
