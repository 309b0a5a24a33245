using System.Collections;
using System.Data.Common;

namespace HelloWork.Tests.Data;

/// <summary>An answer of one row with a sample in each column, whatever its type; a document is null. For queries that ask on where a row has come: a split one.</summary>
internal sealed class OneRow : DbDataReader
{
    private int _read;

    public override bool HasRows => true;
    public override bool Read() => _read++ == 0;
    public override bool NextResult() => false;
    public override bool IsDBNull(int ordinal) => false;

    public override T GetFieldValue<T>(int ordinal) => (T)SampleValues.One(typeof(T));
    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);
    public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);
    public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);
    public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);
    public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);
    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);
    public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);
    public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);
    public override char GetChar(int ordinal) => GetFieldValue<char>(ordinal);
    public override Guid GetGuid(int ordinal) => GetFieldValue<Guid>(ordinal);
    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);
    // As JSON it is nothing, and a number that is kept as text may be any.
    public override string GetString(int ordinal) => "null";

    public override int FieldCount => 100;
    public override int Depth => 0;
    public override bool IsClosed => false;
    public override int RecordsAffected => -1;
    public override object this[int ordinal] => throw new NotSupportedException();
    public override object this[string name] => throw new NotSupportedException();
    public override string GetName(int ordinal) => $"c{ordinal}";
    public override int GetOrdinal(string name) => throw new NotSupportedException();
    public override Type GetFieldType(int ordinal) => typeof(object);
    public override string GetDataTypeName(int ordinal) => "sample";
    public override object GetValue(int ordinal) => GetString(ordinal);
    public override int GetValues(object[] values) => throw new NotSupportedException();
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();
    public override IEnumerator GetEnumerator() => throw new NotSupportedException();
}
