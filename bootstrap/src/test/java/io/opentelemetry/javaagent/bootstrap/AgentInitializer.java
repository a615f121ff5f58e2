package io.opentelemetry.javaagent.bootstrap;

/** Stands for the class of the same name in OpenTelemetry's agent. A test puts it on the boot class path, and nothing calls it. */
public final class AgentInitializer {

    private AgentInitializer() {}
}
