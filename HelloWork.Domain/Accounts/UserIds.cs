using System.Security.Cryptography;

namespace HelloWork.Domain.Accounts;

/// <summary>ユーザーID as the portal issues them, for instance <c>hw7k3m9tqx</c>: they tell nothing about their owner.</summary>
public static class UserIds
{
    private const string Signs = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string Draw() => "hw" + RandomNumberGenerator.GetString(Signs, 8);
}
