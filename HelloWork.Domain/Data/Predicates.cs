using System.Linq.Expressions;

namespace HelloWork.Domain.Data;

/// <summary>Conditions of a query put together from others.</summary>
internal static class Predicates
{
    /// <summary>One of them at least.</summary>
    public static Expression<Func<T, bool>> Any<T>(IEnumerable<Expression<Func<T, bool>>> conditions)
    {
        var all = conditions.ToList();
        var row = all[0].Parameters[0];
        return Expression.Lambda<Func<T, bool>>(all.Select(c => c.On(row)).Aggregate(Expression.OrElse), row);
    }

    public static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> condition) => Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    /// <summary>Of how many of the conditions it holds.</summary>
    public static Expression<Func<T, int>> HowMany<T>(IEnumerable<Expression<Func<T, bool>>> conditions)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var sum = conditions.Select(c => (Expression)Expression.Condition(c.On(row), Expression.Constant(1), Expression.Constant(0))).Aggregate(Expression.Add);
        return Expression.Lambda<Func<T, int>>(sum, row);
    }

    private static Expression On<T>(this Expression<Func<T, bool>> condition, ParameterExpression row) => new Replacing(condition.Parameters[0], row).Visit(condition.Body);

    /// <summary>One lambda's parameter by another's.</summary>
    private sealed class Replacing(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
