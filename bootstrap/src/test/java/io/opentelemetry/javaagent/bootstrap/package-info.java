/** What OmniBridge recognises OpenTelemetry's agent by. */
package io.opentelemetry.javaagent.bootstrap;
