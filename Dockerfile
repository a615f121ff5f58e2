# syntax=docker/dockerfile:1
# Image of OmniBridge: a Java runtime, the jar and its AOT cache on a base without a shell. It runs as user 65532, and
# with a read-only file system. docs/containers.md says how to build and run it.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw --batch-mode --no-transfer-progress -DskipTests -Dspotless.check.skip -Dcyclonedx.skip package
# A volume at this place begins with its owner.
RUN mkdir /vault
RUN packaging/assemble "$JAVA_HOME" bootstrap/target/omnibridge.jar /opt/omnibridge

FROM gcr.io/distroless/base-debian12:nonroot
COPY --from=build /opt/omnibridge /opt/omnibridge
COPY --from=build --chown=65532:65532 /vault /var/lib/omnibridge
USER 65532:65532
ENV OMNIBRIDGE_HTTP_HOST=0.0.0.0
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["/opt/omnibridge/runtime/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m", "-XX:AOTCache=/opt/omnibridge/omnibridge.aot", "-Xlog:aot*=off", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/omnibridge/omnibridge.jar", "health"]
ENTRYPOINT ["/opt/omnibridge/runtime/bin/java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:AOTCache=/opt/omnibridge/omnibridge.aot", "-Xlog:aot*=off", "-XX:TrimNativeHeapInterval=3000", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/omnibridge/omnibridge.jar"]
CMD ["serve"]
