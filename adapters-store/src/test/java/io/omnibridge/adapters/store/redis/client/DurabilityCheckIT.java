package io.omnibridge.adapters.store.redis.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.support.testing.LogRecorder;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DurabilityCheckIT {

    @Test
    @Tag("D1")
    void a_server_that_loses_writes_or_evicts_keys_gets_a_warning_each() throws Exception {
        try (RedisProcess server = RedisProcess.start("maxmemory-policy allkeys-lru")) {
            List<ILoggingEvent> log = logOf(() -> connect(server).close());
            assertEquals(List.of(Level.WARN, Level.WARN), levels(log));
            assertTrue(log.get(0).getFormattedMessage().contains("set appendonly yes"));
            assertTrue(log.get(1).getFormattedMessage().contains("set maxmemory-policy noeviction"));
        }
    }

    @Test
    @Tag("D1")
    void a_durable_server_gets_no_warning() throws Exception {
        try (RedisProcess server = RedisProcess.durable()) {
            assertEquals(List.of(), logOf(() -> connect(server).close()));
        }
    }

    @Test
    void a_server_that_does_not_show_its_configuration_is_used_with_one_line_of_advice() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            server.ask(jedis -> jedis.aclSetUser("default", "-config"));
            List<ILoggingEvent> log = logOf(() -> {
                try (RedisClient client = connect(server)) {
                    assertDoesNotThrow(client::check);
                }
            });
            assertEquals(List.of(Level.INFO), levels(log));
        }
    }

    private static RedisClient connect(RedisProcess server) {
        return RedisClient.connect(server.settings(), Clock.systemUTC());
    }

    private static List<ILoggingEvent> logOf(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(DurabilityCheck.class.getPackageName());
        LogRecorder appender = new LogRecorder();
        appender.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(appender);
        try {
            work.run();
        } finally {
            logger.detachAppender(appender);
            logger.setAdditive(true);
            logger.setLevel(null);
        }
        return appender.list;
    }

    private static List<Level> levels(List<ILoggingEvent> log) {
        return log.stream().map(ILoggingEvent::getLevel).toList();
    }
}
