package io.omnibridge.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Encoder that writes every event as exactly one line. */
final class LineEncoder extends EncoderBase<ILoggingEvent> {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NOTHING = {};

    private final LogFormat format;

    LineEncoder(LogFormat format) {
        this.format = format;
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line = format == LogFormat.JSON ? json(event) : OneLine.of(text(event));
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ILoggingEvent event) {
        return event.getInstant() + " " + event.getLevel() + " "
                + requestId(event).map(id -> "[" + id + "] ").orElse("")
                + event.getLoggerName() + " - " + event.getFormattedMessage()
                + stackTrace(event).map(trace -> " " + trace).orElse("");
    }

    private static String json(ILoggingEvent event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("at", event.getInstant().toString());
            json.writeStringField("level", event.getLevel().toString());
            json.writeStringField("logger", event.getLoggerName());
            json.writeStringField("message", OneLine.of(event.getFormattedMessage()));
            write(json, "request_id", requestId(event));
            write(json, "exception", stackTrace(event));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, OneLine.of(value.get()));
        }
    }

    private static Optional<String> requestId(ILoggingEvent event) {
        return Optional.ofNullable(event.getMDCPropertyMap().get("request_id"));
    }

    private static Optional<String> stackTrace(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return Optional.ofNullable(thrown).map(ThrowableProxyUtil::asString);
    }
}
