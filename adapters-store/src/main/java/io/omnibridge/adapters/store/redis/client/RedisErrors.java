package io.omnibridge.adapters.store.redis.client;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisDataException;

/** Classifies the error replies of Redis. The text of such a reply may repeat arguments; {@link #code} never does. */
final class RedisErrors {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,20}(?= |$)");

    /** Redis reports an error inside a script after a text of its own. */
    private static final Pattern CODE_IN_SCRIPT = Pattern.compile("\\b(OOM|WRONGTYPE) ");

    private RedisErrors() {}

    /** Returns the error code, such as WRONGTYPE or READONLY; ERR when there is none. */
    static String code(JedisDataException error) {
        String message = message(error);
        Matcher inScript = CODE_IN_SCRIPT.matcher(message);
        if (inScript.find()) {
            return inScript.group(1);
        }
        Matcher code = CODE.matcher(message);
        return code.lookingAt() ? code.group() : "ERR";
    }

    /** Returns whether the key of a read has a value of another type than the command reads. */
    static boolean isWrongType(JedisDataException error) {
        return message(error).startsWith("WRONGTYPE ");
    }

    /** Returns whether the node has no room for another connection from any client. */
    static boolean isTooManyClients(JedisDataException error) {
        return message(error).contains("max number of clients");
    }

    /** Returns whether a node rejected CLUSTER SLOTS because it is a single server. */
    static boolean isNoCluster(JedisDataException error) {
        String message = message(error).toLowerCase(Locale.ROOT);
        return message.startsWith("err unknown") || message.contains("cluster support disabled");
    }

    private static String message(JedisDataException error) {
        return String.valueOf(error.getMessage());
    }
}
