package io.omnibridge.adapters.store.redis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a start says about servers that lose what they acknowledge. */
class DurabilityCheckIT {

    @Test
    @Tag("D1")
    void a_server_that_keeps_nothing_or_evicts_is_warned_of_by_what_to_set() throws Exception {
        try (RedisProcess server = RedisProcess.start("maxmemory-policy allkeys-lru")) {
            List<ILoggingEvent> log = logOf(() -> server.open().close());
            assertEquals(List.of(Level.WARN, Level.WARN), levels(log));
            assertTrue(log.get(0).getFormattedMessage().contains("set appendonly yes"));
            assertTrue(log.get(1).getFormattedMessage().contains("set maxmemory-policy noeviction"));
        }
    }

    @Test
    @Tag("D1")
    void a_server_that_keeps_everything_is_not_talked_about() throws Exception {
        try (RedisProcess server = RedisProcess.durable()) {
            assertEquals(List.of(), logOf(() -> server.open().close()));
        }
    }

    @Test
    void a_server_that_does_not_tell_its_settings_is_used_and_that_is_said_once() throws Exception {
        try (RedisProcess server = RedisProcess.start()) {
            server.ask(jedis -> jedis.aclSetUser("default", "-config"));
            List<ILoggingEvent> log = logOf(() -> {
                try (RedisStore redis = server.open()) {
                    assertDoesNotThrow(redis.health()::check);
                }
            });
            assertEquals(List.of(Level.INFO), levels(log));
        }
    }

    private static List<ILoggingEvent> logOf(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger("io.omnibridge.adapters.store.redis");
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
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
