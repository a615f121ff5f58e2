package io.omnibridge.adapters.http.jwt;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.EllipticCurve;

/** The point of an EC public key. The JDK makes keys of any two numbers, on the curve or not. */
record CurvePoint(BigInteger x, BigInteger y, EllipticCurve curve) {

    static CurvePoint of(ECPublicKey key) {
        return new CurvePoint(
                key.getW().getAffineX(),
                key.getW().getAffineY(),
                key.getParams().getCurve());
    }

    /** Whether y² = x³ + ax + b in the curve's field (SEC 1 §3.2.2.1); always so for a key that somebody has. */
    boolean isOnCurve() {
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB());
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.multiply(y).subtract(right).mod(p).signum() == 0;
    }
}
